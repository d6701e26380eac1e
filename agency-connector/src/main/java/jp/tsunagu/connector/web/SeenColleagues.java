package jp.tsunagu.connector.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.tsunagu.connector.colleague.Colleagues;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.caller.CurrentCaller;
import jp.tsunagu.runtime.caller.CurrentPerson;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.ProblemWriter;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Whoever comes as a person of an agency is a colleague there from then on; who has left is told
 * that nothing is there, whatever the login still says of her.
 */
@Component
final class SeenColleagues implements HandlerInterceptor, WebMvcConfigurer {

  private final Colleagues colleagues;
  private final ProblemWriter writer;

  SeenColleagues(Colleagues colleagues, ProblemWriter writer) {
    this.colleagues = colleagues;
    this.writer = writer;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/agencies/**");
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (CurrentCaller.find(request).orElse(null) instanceof Caller.AgencyStaff staff) {
      if (colleagues.hasLeft(staff.agency(), staff.person())) {
        writer.write(CommonProblem.NOT_FOUND.problem(), response);
        return false;
      }
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
