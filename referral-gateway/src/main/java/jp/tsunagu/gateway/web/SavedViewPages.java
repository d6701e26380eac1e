package jp.tsunagu.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Gives a way to look at the queue a name, and forgets it. */
@Controller
final class SavedViewPages {

  private static final Duration KEPT = Duration.ofDays(365);

  @PostMapping("/desk/views")
  ResponseEntity<Void> keep(
      HttpServletRequest request,
      @CookieValue(name = SavedViews.COOKIE, required = false) @Nullable String cookie,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String query) {
    SavedViews views = SavedViews.read(cookie).with(name, query);
    String back = views.views().isEmpty() ? QueuePage.ADDRESS : views.views().getFirst().address();
    return answer(request, views, back);
  }

  @PostMapping("/desk/views/forget")
  ResponseEntity<Void> forget(
      HttpServletRequest request,
      @CookieValue(name = SavedViews.COOKIE, required = false) @Nullable String cookie,
      @RequestParam(defaultValue = "") String name) {
    return answer(request, SavedViews.read(cookie).without(name), QueuePage.ADDRESS);
  }

  private static ResponseEntity<Void> answer(
      HttpServletRequest request, SavedViews views, String back) {
    ResponseCookie cookie =
        ResponseCookie.from(SavedViews.COOKIE, views.text())
            .path(QueuePage.ADDRESS)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .maxAge(views.views().isEmpty() ? Duration.ZERO : KEPT)
            .build();
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.SET_COOKIE, cookie.toString())
        .header(HttpHeaders.LOCATION, back)
        .build();
  }
}
