package jp.tsunagu.gateway.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of this interface at /v3/api-docs, readable at /swagger-ui/index.html. */
@Configuration(proxyBeanMethods = false)
class DocumentationConfiguration {

  private static final String TOKEN = "token";

  @Bean
  OpenAPI description() {
    SecurityScheme bearer =
        new SecurityScheme()
            .type(SecurityScheme.Type.HTTP)
            .scheme("bearer")
            .description("機関ごとのアクセストークン");
    return new OpenAPI()
        .info(
            new Info()
                .title("つなぐ 連絡ゲートウェイ")
                .version("v1")
                .description(
                    "連絡の状況を読むための窓口。記録は各機関のコネクタから送る。"
                        + "誤りは RFC 9457 の形 (application/problem+json) で、code・detail・fix を返す。")
                .license(
                    new License()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0")))
        .schemaRequirement(TOKEN, bearer)
        .addSecurityItem(new SecurityRequirement().addList(TOKEN));
  }
}
