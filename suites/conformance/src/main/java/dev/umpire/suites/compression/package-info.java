/**
 * Rules about compressed messages and answers, and what it takes to read and write them; no other rules may live here.
 */
@NullMarked
package dev.umpire.suites.compression;

import org.jspecify.annotations.NullMarked;
