/** Load runs against servers that deliver as they should, and against servers that do not. */
@NullMarked
package dev.umpire.load;

import org.jspecify.annotations.NullMarked;
