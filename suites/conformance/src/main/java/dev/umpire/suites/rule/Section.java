package dev.umpire.suites.rule;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where a rule, or every rule of a class, is written; on a method it replaces what stands on the class. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Repeatable(Section.Several.class)
public @interface Section {
    /** The document. */
    Spec spec();

    /** Anchor of the section within it. */
    String anchor();

    /** Holds several sections. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @interface Several {
        Section[] value();
    }
}
