package dev.umpire.reports.allure;

import io.qameta.allure.Extension;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.core.Plugin;
import java.util.List;
import java.util.UUID;

/**
 * Configures Allure with the given extensions and no others. Allure's own builder puts its templates before ours, and
 * the first are taken.
 */
record AllureConfiguration(String uuid, List<Extension> extensions) implements Configuration {
    AllureConfiguration(List<Extension> extensions) {
        this(UUID.randomUUID().toString(), List.copyOf(extensions));
    }

    @Override
    public String getUuid() {
        return uuid;
    }

    @Override
    public String getVersion() {
        return "2";
    }

    @Override
    public String getReportName() {
        return "Umpire";
    }

    @Override
    public String getReportLanguage() {
        return "en";
    }

    @Override
    public List<Plugin> getPlugins() {
        return List.of();
    }

    @Override
    public List<Extension> getExtensions() {
        return extensions;
    }
}
