package jp.tsunagu.runtime.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import jp.tsunagu.runtime.caller.CurrentCaller;
import jp.tsunagu.runtime.caller.CurrentPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Gives every page what its frame needs, and the headers that keep it to its reader. */
final class SiteFrame implements HandlerInterceptor {

  private final SiteSettings settings;
  private final ObjectProvider<SitePart> own;
  private final Clock clock;

  SiteFrame(SiteSettings settings, ObjectProvider<SitePart> own, Clock clock) {
    this.settings = settings;
    this.own = own;
    this.clock = clock;
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView page) {
    if (page == null || !page.hasView() || isRedirect(page)) {
      return;
    }
    protect(response);
    page.addObject("site", of(request));
    page.addObject("dates", new PageDates(clock.instant()));
  }

  private static boolean isRedirect(ModelAndView page) {
    String view = page.getViewName();
    return view != null && view.startsWith("redirect:");
  }

  /** No copy is left in the browser or on the way. */
  static void protect(HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Referrer-Policy", "same-origin");
  }

  private Site of(HttpServletRequest request) {
    return new Site(
        settings,
        own.getIfAvailable(),
        CurrentCaller.find(request).orElse(null),
        CurrentPerson.of(request),
        clock.instant());
  }
}
