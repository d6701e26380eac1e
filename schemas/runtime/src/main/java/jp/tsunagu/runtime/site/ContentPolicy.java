package jp.tsunagu.runtime.site;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;

/**
 * What any page may load and where its forms may lead ({@code Content-Security-Policy}): what comes
 * with the service itself, nothing written inside a page, and forms to the service and the places
 * named here alone. Nothing else says so: whatever a service answers bears this one.
 */
public final class ContentPolicy implements Filter {

  /** The header it stands in. */
  public static final String HEADER = "Content-Security-Policy";

  private static final String LOADING =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action ";

  private final String value;

  /**
   * One for a service.
   *
   * @param forms addresses elsewhere to which a form of its pages may lead
   */
  public ContentPolicy(List<String> forms) {
    Set<String> places = new LinkedHashSet<>(List.of("'self'"));
    forms.stream().map(ContentPolicy::origin).forEach(places::add);
    this.value = LOADING + String.join(" ", places);
  }

  private static String origin(String address) {
    URI uri = URI.create(address);
    return uri.getScheme() + "://" + uri.getAuthority();
  }

  /** As the header has it. */
  public String value() {
    return value;
  }

  /** For everything that a service answers, refusals and failures too. */
  public FilterRegistrationBean<ContentPolicy> everywhere() {
    FilterRegistrationBean<ContentPolicy> everywhere = new FilterRegistrationBean<>(this);
    everywhere.setOrder(Ordered.HIGHEST_PRECEDENCE);
    everywhere.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
    return everywhere;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (response instanceof HttpServletResponse answer) {
      answer.setHeader(HEADER, value);
    }
    chain.doFilter(request, response);
  }
}
