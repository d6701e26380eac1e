package jp.tsunagu.connector.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.runtime.caller.Door.Doors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Sets up the web side: who may enter, and the description of the API. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

  private final ObjectProvider<ReferralForms> forms;

  WebConfiguration(ObjectProvider<ReferralForms> forms) {
    this.forms = forms;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new PostArguments(forms::getObject));
  }

  @Bean
  static Doors doors(HostedAgencies agencies) {
    return Doors.of(ActingAgency.door(agencies));
  }

  @Bean
  OpenAPI apiDescription() {
    return new OpenAPI()
        .info(
            new Info()
                .title("つなぐ 機関コネクタ API")
                .version("1")
                .description(
                    "機関のシステムがつなぐシートを送り、届いた連絡に答えるための API です。"
                        + "POST には Idempotency-Key が必要です。誤りは application/problem+json で返します。"
                        + "wait=秒 を付けると、ネットワークの判断(受付・不受理)まで最大10秒待ちます。"
                        + "occurredAt(実際の日時)、phonedAt(電話した日時)、onBehalfOf(代行入力の相手)はどの POST にも書けます。"))
        .components(
            new Components()
                .addSecuritySchemes(
                    "token", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")))
        .addSecurityItem(new SecurityRequirement().addList("token"));
  }
}
