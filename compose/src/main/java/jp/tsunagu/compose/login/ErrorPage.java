package jp.tsunagu.compose.login;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What cannot be answered, in plain words; the reason stands in the log alone. */
@Controller
final class ErrorPage implements ErrorController {
  private static final int NOT_FOUND = 404;
  private static final int FORBIDDEN = 403;
  private static final int FAULT = 500;

  @RequestMapping("/error")
  String error(HttpServletRequest request, Model page) {
    var status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer known
            ? known
            : NOT_FOUND;
    page.addAttribute("title", title(status));
    page.addAttribute("fix", fix(status));
    return "login/error";
  }

  private static String title(int status) {
    return status == NOT_FOUND
        ? "見つかりません"
        : status == FORBIDDEN ? "この画面は古くなっています" : status >= FAULT ? "今は答えられません" : "ログインを続けられません";
  }

  private static String fix(int status) {
    return status == NOT_FOUND
        ? "アドレスを確かめてください。"
        : status == FORBIDDEN
            ? "前の画面に戻り、開き直してからもう一度送ってください。"
            : status >= FAULT
                ? "しばらくして、もう一度お試しください。続くときは運用担当に連絡してください。"
                : "使うサービスのアドレスを開き直してください。続くときは運用担当に連絡してください。";
  }
}
