package jp.tsunagu.runtime.page;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.ProblemWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses every query parameter that a method of ours does not have; none is ever ignored. */
final class ParameterGuard implements HandlerInterceptor {

  private static final String OURS = "jp.tsunagu.";

  private final DeclaredParameters declared;
  private final ProblemWriter writer;

  ParameterGuard(DeclaredParameters declared, ProblemWriter writer) {
    this.declared = declared;
    this.writer = writer;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (request.getDispatcherType() != DispatcherType.REQUEST
        || !(handler instanceof HandlerMethod method)
        || !isOurs(method.getBeanType())) {
      return true;
    }
    Map<String, String> known = declared.of(method);
    List<String> unknown =
        names(request.getQueryString()).filter(name -> !known.containsKey(name)).toList();
    if (unknown.isEmpty()) {
      return true;
    }
    writer.write(CommonProblem.PARAMETER_UNKNOWN.problem().in(places(unknown, known)), response);
    return false;
  }

  private static boolean isOurs(Class<?> type) {
    return type.getName().startsWith(OURS) && !type.isAnnotationPresent(AnyParameters.class);
  }

  private static List<FieldProblem> places(List<String> unknown, Map<String, String> known) {
    List<Coded> choices =
        known.entrySet().stream().map(each -> new Coded(each.getKey(), each.getValue())).toList();
    String fix =
        choices.isEmpty() ? "このアドレスに指定は付けられません。外してください。" : CommonProblem.PARAMETER_UNKNOWN.fix();
    return unknown.stream()
        .map(name -> new FieldProblem(name, CommonProblem.PARAMETER_UNKNOWN.detail(), fix, choices))
        .toList();
  }

  private static Stream<String> names(@Nullable String query) {
    return query == null
        ? Stream.empty()
        : Stream.of(query.split("&", -1))
            .filter(pair -> !pair.isEmpty())
            .map(pair -> pair.split("=", 2)[0])
            .map(ParameterGuard::decoded)
            .distinct();
  }

  /** What cannot be decoded is no name of ours. */
  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return name;
    }
  }
}
