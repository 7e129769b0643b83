/** The proof that every rule can fail: each is tried on servers that its saboteurs have spoilt. */
@NullMarked
package dev.umpire.suites.proof;

import org.jspecify.annotations.NullMarked;
