/** A server on netty-socketio and its conformance test, as their author would write them; nothing of Umpire's own. */
@NullMarked
package dev.umpire.example;

import org.jspecify.annotations.NullMarked;
