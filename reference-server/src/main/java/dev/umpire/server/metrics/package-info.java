/**
 * The figures of a server as Micrometer's meters: the only package of the library that knows Micrometer; nothing is
 * counted here.
 */
@NullMarked
package dev.umpire.server.metrics;

import org.jspecify.annotations.NullMarked;
