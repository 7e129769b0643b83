package dev.umpire.cli;

import java.util.concurrent.Callable;

/** A command that stands in a package of its own; found on the class path, so that this package need not know it. */
public interface SubCommand extends Callable<Integer> {}
