/** Badges: the verdict of a run in a few words, as a picture and for shields.io; nothing else is said. */
@NullMarked
package dev.umpire.reports.badge;

import org.jspecify.annotations.NullMarked;
