package dev.umpire.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.cli.load.Defaults;
import dev.umpire.cli.load.LoadPlan;
import dev.umpire.load.cast.LoadScenario;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanPropertiesTest {

    @AfterEach
    void clear() {
        System.getProperties().keySet().removeIf(name -> name.toString().startsWith("umpire.load."));
    }

    @ParameterizedTest
    @EnumSource(LoadScenario.class)
    void asksForWhatTheCommandWould(LoadScenario scenario) {
        LoadPlan plan = PlanProperties.plan(scenario);

        Defaults usual = Defaults.of(scenario.label());
        assertThat(plan.receivers()).isEqualTo(usual.receivers());
        assertThat(plan.emitters()).isEqualTo(usual.emitters());
        assertThat(plan.rooms()).isEqualTo(usual.rooms());
        assertThat(plan.wires()).isEqualTo(usual.wires());
        assertThat(plan.rate()).isEqualTo(usual.rate());
        assertThat(plan.payload()).isEqualTo(usual.payload());
        assertThat(plan.warmUp()).isEqualTo(Defaults.WARM_UP);
        assertThat(plan.duration()).isEqualTo(Defaults.DURATION);
        assertThat(plan.ramp()).isEqualTo(scenario == LoadScenario.RAMP ? Defaults.ramp() : null);
    }

    @Test
    void takesWhatIsSaid() {
        System.setProperty("umpire.load.url", "http://example.org:4000/io/");
        System.setProperty("umpire.load.receivers", "7");
        System.setProperty("umpire.load.rate", "2.5");
        System.setProperty("umpire.load.duration", "1.5");

        LoadPlan plan = PlanProperties.plan(LoadScenario.FAN_OUT);

        assertThat(plan.url()).isEqualTo(URI.create("http://example.org:4000/io/"));
        assertThat(plan.receivers()).isEqualTo(7);
        assertThat(plan.rate()).isEqualTo(2.5);
        assertThat(plan.duration()).isEqualTo(Duration.ofMillis(1_500));
    }
}
