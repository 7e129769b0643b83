/** The {@code image} command; what is in the image stands in the Dockerfile, not here. */
@NullMarked
package dev.umpire.cli.image;

import org.jspecify.annotations.NullMarked;
