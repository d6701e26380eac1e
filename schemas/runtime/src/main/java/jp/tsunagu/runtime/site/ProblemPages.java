package jp.tsunagu.runtime.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import jp.tsunagu.runtime.problem.Problem;
import jp.tsunagu.runtime.problem.ProblemAsPage;
import jp.tsunagu.runtime.problem.ProblemWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Tells a person in front of a browser as a page what a program is told as JSON. */
@ControllerAdvice
final class ProblemPages implements ResponseBodyAdvice<Object>, ProblemAsPage {

  private final ITemplateEngine engine;

  ProblemPages(ITemplateEngine engine) {
    this.engine = engine;
  }

  @Override
  public boolean supports(
      MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter method,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    if (!(body instanceof Problem problem)
        || !ProblemWriter.accepts(request.getHeaders().getFirst(HttpHeaders.ACCEPT))) {
      return body;
    }
    HttpHeaders headers = response.getHeaders();
    headers.setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
    try {
      response.getBody().write(page(problem).getBytes(StandardCharsets.UTF_8));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    return null;
  }

  @Override
  public String page(Problem problem) {
    return engine.process("site/problem", new Context(null, Map.of("problem", problem)));
  }
}
