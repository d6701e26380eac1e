package jp.tsunagu.connector.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Hands controllers the POST they answer: {@link CasePost} or {@link ReferralPost}. */
final class PostArguments implements HandlerMethodArgumentResolver {

  private final Supplier<ReferralForms> forms;

  PostArguments(Supplier<ReferralForms> forms) {
    this.forms = forms;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    Class<?> type = parameter.getParameterType();
    return type.equals(CasePost.class) || type.equals(ReferralPost.class);
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer model,
      NativeWebRequest webRequest,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest request =
        Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
    return parameter.getParameterType().equals(CasePost.class)
        ? new CasePost(forms.get(), request, variable(request, "caseId"))
        : new ReferralPost(forms.get(), request, variable(request, "referralId"));
  }

  private static String variable(HttpServletRequest request, String name) {
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return variables instanceof Map<?, ?> map && map.get(name) instanceof String text ? text : "";
  }
}
