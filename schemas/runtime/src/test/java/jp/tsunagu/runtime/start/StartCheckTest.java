package jp.tsunagu.runtime.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@ResourceLock(Resources.SYSTEM_OUT)
@ExtendWith(OutputCaptureExtension.class)
class StartCheckTest {
  @Test
  void every_fault_of_every_setting_is_named_at_once_before_any_bean_is_made(
      CapturedOutput output) {
    Throwable refused =
        catchThrowable(() -> start("--sea.depth=deep", "--air.patience=long-secret"));
    assertThat(refused).isInstanceOf(StartRefused.class);
    assertThat(((StartRefused) refused).report())
        .containsExactlyInAnyOrder(
            "設定 air.patience の値は使えません。時間の長さ(例 500ms、10s、1h)で指定してください。",
            "設定 sea.depth の値は使えません。整数で指定してください。",
            "設定 land.owner がありません。土地の持ち主を --land.owner=kokubunji の形で指定してください。");
    assertThat(output.getAll())
        .contains("上の3件を直して")
        .doesNotContain("\tat org.springframework", "long-secret");
  }

  @Test
  void settings_without_fault_let_the_service_start() {
    try (var started =
        new SpringApplicationBuilder(Places.class)
            .web(WebApplicationType.NONE)
            .run("--land.owner=kokubunji")) {
      assertThat(started.getBean(Land.class).owner()).isEqualTo("kokubunji");
    }
  }

  private static void start(String... arguments) {
    new SpringApplicationBuilder(Places.class).web(WebApplicationType.NONE).run(arguments);
  }

  @ConfigurationProperties("land")
  record Land(@Nullable String owner) implements CheckedAtStart {
    @Override
    public void check(Faults faults) {
      faults.require("land.owner", owner, "土地の持ち主", "kokubunji");
    }
  }

  @ConfigurationProperties("sea")
  record Sea(@DefaultValue("3") int depth) implements CheckedAtStart {
    @Override
    public void check(Faults faults) {}
  }

  @ConfigurationProperties("air")
  record Air(@DefaultValue("1s") Duration patience) implements CheckedAtStart {
    @Override
    public void check(Faults faults) {}
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration(StartConfiguration.class)
  @EnableConfigurationProperties({Land.class, Sea.class, Air.class})
  static class Places {
    @Bean
    String somethingThatConnects(Land land) {
      if (land.owner() == null) {
        throw new IllegalStateException("a bean was made");
      }
      return land.owner();
    }
  }
}
