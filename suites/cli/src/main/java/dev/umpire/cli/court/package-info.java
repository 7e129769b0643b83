/**
 * {@code umpire serve}: the reference server with the page that shows who receives what. What the page is, lives
 * elsewhere.
 */
@NullMarked
package dev.umpire.cli.court;

import org.jspecify.annotations.NullMarked;
