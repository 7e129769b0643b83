/** Socket.IO over one wire: namespaces, events and acknowledgements of one client. Knows nothing of Gatling. */
@NullMarked
package dev.umpire.gatling.connection;

import org.jspecify.annotations.NullMarked;
