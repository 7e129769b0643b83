/** Rules about what a server does with input that no client should send; ordinary traffic is judged elsewhere. */
@NullMarked
package dev.umpire.suites.robustness;

import org.jspecify.annotations.NullMarked;
