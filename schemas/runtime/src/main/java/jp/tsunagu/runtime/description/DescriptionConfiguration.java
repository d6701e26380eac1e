package jp.tsunagu.runtime.description;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** The description of every interface at /v3/api-docs, readable at /swagger-ui/index.html. */
@AutoConfiguration
@ConditionalOnWebApplication
@ConditionalOnBean(ServiceDescription.class)
class DescriptionConfiguration {

  private static final String TOKEN = "token";
  private static final String VERSION = "1";

  @Bean
  OpenAPI openApi(ServiceDescription service) {
    SecurityScheme bearer =
        new SecurityScheme()
            .type(SecurityScheme.Type.HTTP)
            .scheme("bearer")
            .description("アクセストークン。Authorization: Bearer に付ける");
    return new OpenAPI()
        .info(
            new Info()
                .title(service.title())
                .version(VERSION)
                .description(
                    service.description()
                        + "誤りはどれも同じ形 (RFC 9457、application/problem+json) で、"
                        + "code・detail・fix と、直すところ errors を返す。")
                .license(
                    new License()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0")))
        .servers(List.of(new Server().url("/").description("この文書を読んだところ")))
        .components(new Components().addSecuritySchemes(TOKEN, bearer))
        .addSecurityItem(new SecurityRequirement().addList(TOKEN));
  }

  @Bean
  AnswerDescriptions answerDescriptions() {
    return new AnswerDescriptions();
  }

  @Bean
  BodyDescriptions bodyDescriptions() {
    return new BodyDescriptions();
  }

  @Bean
  OpenApiCustomizer wholeDescription(
      ServiceDescription service, AnswerDescriptions answers, BodyDescriptions bodies) {
    Completion completion = new Completion(service.variables());
    return document -> {
      bodies.schemas().forEach(document.getComponents()::addSchemas);
      completion.complete(document, answers.schemas());
    };
  }
}
