/** The served page, tried in a real browser and without one. */
@NullMarked
package dev.umpire.cli.court;

import org.jspecify.annotations.NullMarked;
