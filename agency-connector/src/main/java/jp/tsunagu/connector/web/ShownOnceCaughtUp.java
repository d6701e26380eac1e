package jp.tsunagu.connector.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.tsunagu.connector.lost.OwnRestoration;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.caller.CurrentCaller;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.ProblemWriter;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Of a record that was restored from a backup nothing is shown, and nothing is taken, before what
 * came since is taken in; but what a person has to settle for that can be settled.
 */
@Component
final class ShownOnceCaughtUp implements HandlerInterceptor, WebMvcConfigurer {

  private final OwnRestoration restoration;
  private final ProblemWriter writer;

  ShownOnceCaughtUp(OwnRestoration restoration, ProblemWriter writer) {
    this.restoration = restoration;
    this.writer = writer;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(this)
        .addPathPatterns("/agencies/**")
        .excludePathPatterns("/agencies/*/api/alarms/**", "/agencies/*/window/connection/**");
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (CurrentCaller.find(request).orElse(null) instanceof Caller.OfAgency own
        && restoration.isCatchingUp(own.agency())) {
      writer.write(
          CommonProblem.NOT_READY.saying("記録はバックアップから復元されました。その後に届いた連絡を取り込むまで、何も表示せず、何も登録しません。"),
          response);
      return false;
    }
    return true;
  }
}
