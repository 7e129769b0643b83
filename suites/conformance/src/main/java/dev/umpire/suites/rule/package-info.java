/** What a rule is: annotations, catalogue, the JUnit extension that runs it, its verdict and evidence. */
@NullMarked
package dev.umpire.suites.rule;

import org.jspecify.annotations.NullMarked;
