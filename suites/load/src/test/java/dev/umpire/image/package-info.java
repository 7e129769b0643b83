/** Tests of the command's container image; they stand in a module that is built after the command's own. */
@NullMarked
package dev.umpire.image;

import org.jspecify.annotations.NullMarked;
