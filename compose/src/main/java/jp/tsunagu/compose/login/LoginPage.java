package jp.tsunagu.compose.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pages of the provider: plain HTML, without scripts. */
@RestController
final class LoginPage {
  private static final String FRAME =
      """
      <!DOCTYPE html>
      <html lang="ja">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <title>ログイン - つなぐ</title><link rel="stylesheet" href="/login.css"></head>
      <body><main>%s</main></body>
      </html>
      """;

  private static final String LOGIN =
      """
      <h1>つなぐ ログイン</h1>
      %s
      <form method="post" action="/login">
      <p><label for="username">ログイン名</label>
      <input id="username" name="username" autocomplete="username" autocapitalize="none" required autofocus></p>
      <p><label for="password">合言葉(パスワード)</label>
      <input id="password" name="password" type="password" autocomplete="current-password" required></p>
      <input type="hidden" name="_csrf" value="%s">
      <p><button>ログインする</button></p>
      </form>
      """;

  private static final String PASSWORD =
      """
      <h1>自分の合言葉を決める</h1>
      <p>今の合言葉は一度だけ使えます。12字以上の新しい合言葉を決めてください。</p>
      %s
      <form method="post" action="/password">
      <p><label for="password">新しい合言葉</label>
      <input id="password" name="password" type="password" autocomplete="new-password" minlength="12" required></p>
      <p><label for="again">もう一度</label>
      <input id="again" name="again" type="password" autocomplete="new-password" minlength="12" required></p>
      <input type="hidden" name="_csrf" value="%s">
      <p><button>決める</button></p>
      </form>
      """;

  private static final String STYLE =
      """
      body { font: 16px/1.7 "BIZ UDPGothic", "Noto Sans JP", sans-serif; color: #1a1a1c; background: #fff; }
      main { max-width: 28em; margin: 4em auto; padding: 0 1em; }
      label { display: block; font-weight: bold; }
      input { box-sizing: border-box; width: 100%; height: 48px; font: inherit; padding: 0 .75em; border: 1px solid #626264; border-radius: 8px; }
      button { height: 48px; padding: 0 2em; font: inherit; font-weight: bold; color: #fff; background: #0017c1; border: 0; border-radius: 8px; }
      input:focus, button:focus { outline: 4px solid #000; outline-offset: 2px; }
      .error { color: #ce0000; font-weight: bold; }
      """;

  private static final int SHORTEST = 12;

  private final Accounts accounts;
  private final PasswordEncoder encoder;

  LoginPage(Accounts accounts, PasswordEncoder encoder) {
    this.accounts = accounts;
    this.encoder = encoder;
  }

  @GetMapping("/login")
  ResponseEntity<String> login(
      HttpServletRequest request,
      @RequestParam @Nullable String failed,
      @RequestParam @Nullable String over) {
    var said =
        failed != null
            ? "<p class=\"error\" role=\"alert\">エラー: ログイン名か合言葉が違います。</p>"
            : over != null ? "<p role=\"status\">ログアウトしました。</p>" : "";
    return page(LOGIN.formatted(said, csrf(request)));
  }

  @GetMapping("/")
  ResponseEntity<String> home() {
    return page("<h1>ログインしています</h1><p>使うサービスのアドレスを開いてください。</p>");
  }

  @GetMapping("/password")
  ResponseEntity<String> password(HttpServletRequest request) {
    return page(PASSWORD.formatted("", csrf(request)));
  }

  @PostMapping("/password")
  ResponseEntity<String> choose(
      HttpServletRequest request,
      Authentication who,
      @RequestParam String password,
      @RequestParam String again) {
    if (password.length() < SHORTEST || !password.equals(again)) {
      var said = "<p class=\"error\" role=\"alert\">エラー: 12字以上で、2回とも同じものにしてください。</p>";
      return page(PASSWORD.formatted(said, csrf(request)));
    }
    accounts
        .byId(who.getName())
        .filter(Account::oneTime)
        .ifPresent(
            account ->
                accounts.change(
                    account.login(),
                    it -> it.withPassword(String.valueOf(encoder.encode(password)))));
    return home();
  }

  @GetMapping("/login.css")
  ResponseEntity<String> style() {
    return ResponseEntity.ok().contentType(MediaType.valueOf("text/css")).body(STYLE);
  }

  private static String csrf(HttpServletRequest request) {
    return ((CsrfToken) Objects.requireNonNull(request.getAttribute("_csrf"))).getToken();
  }

  private static ResponseEntity<String> page(String content) {
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
        .body(FRAME.formatted(content));
  }
}
