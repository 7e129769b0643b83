package dev.umpire.reports.allure;

import freemarker.cache.ClassTemplateLoader;
import io.qameta.allure.context.FreemarkerContext;

/**
 * Gives Allure's generator a page of ours for its single file. Allure's own page asks googletagmanager.com for a script
 * unless the environment variable {@code ALLURE_NO_ANALYTICS} is set, which a running JVM cannot do for itself; ours
 * has no such tag, and a Content-Security-Policy under which no script could reach a network.
 */
final class SilentTemplates extends FreemarkerContext {
    SilentTemplates() {
        getValue().setTemplateLoader(new ClassTemplateLoader(SilentTemplates.class, ""));
    }
}
