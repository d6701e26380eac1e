package jp.tsunagu.connector.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jp.tsunagu.connector.colleague.Colleagues;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.caller.CurrentCaller;
import jp.tsunagu.runtime.caller.CurrentPerson;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Whoever comes as a person of an agency is a colleague there from then on. */
@Component
final class SeenColleagues implements HandlerInterceptor, WebMvcConfigurer {

  private final Colleagues colleagues;

  SeenColleagues(Colleagues colleagues) {
    this.colleagues = colleagues;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/agencies/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (CurrentCaller.find(request).orElse(null) instanceof Caller.AgencyStaff staff) {
      CurrentPerson person = CurrentPerson.of(request);
      colleagues.seen(
          staff.agency(),
          staff.person(),
          person == null ? "" : person.displayName(),
          staff.leads());
    }
    return true;
  }
}
