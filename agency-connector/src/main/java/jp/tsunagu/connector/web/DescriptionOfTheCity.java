package jp.tsunagu.connector.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.contract.directory.DirectoryRecord.CityForm;
import org.springdoc.core.service.OpenAPIService;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The description of the interface is made once and kept; where the city changed its forms since,
 * it is made anew.
 */
@Component
final class DescriptionOfTheCity implements HandlerInterceptor, WebMvcConfigurer {

  /** More languages than this nobody asks in; the rest is asked anew each time. */
  private static final int MOST_LANGUAGES = 20;

  private final CurrentDirectory directory;
  private final OpenAPIService descriptions;
  private final Map<Locale, List<CityForm>> described = new ConcurrentHashMap<>();

  DescriptionOfTheCity(CurrentDirectory directory, OpenAPIService descriptions) {
    this.directory = directory;
    this.descriptions = descriptions;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/v3/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Locale language = LocaleContextHolder.getLocale();
    List<CityForm> forms = directory.snapshot().cityForms();
    if (!forms.equals(described.get(language))) {
      descriptions.setCachedOpenAPI(null, language);
      if (described.size() < MOST_LANGUAGES) {
        described.put(language, forms);
      }
    }
    return true;
  }
}
