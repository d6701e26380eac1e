package jp.tsunagu.stats.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
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
            .description("アクセストークン");
    return new OpenAPI()
        .info(
            new Info()
                .title("つなぐ 統計")
                .version("v1")
                .description("件数と時間だけを扱う。氏名や住所はどこにもない。format で CSV と Excel も選べる。"))
        .schemaRequirement(TOKEN, bearer)
        .addSecurityItem(new SecurityRequirement().addList(TOKEN));
  }
}
