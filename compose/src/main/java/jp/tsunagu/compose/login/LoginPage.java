package jp.tsunagu.compose.login;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of the provider: they look like those of the services and work without scripts. */
@Controller
final class LoginPage {
  private static final int SHORTEST = 12;
  private static final int LONGEST = 200;

  private final Accounts accounts;
  private final PasswordEncoder encoder;
  private final OneTimeNote note;
  private final AccountChanges changes;

  LoginPage(Accounts accounts, PasswordEncoder encoder, OneTimeNote note, AccountChanges changes) {
    this.changes = changes;
    this.accounts = accounts;
    this.encoder = encoder;
    this.note = note;
  }

  @GetMapping("/login")
  String login(
      Model page, @RequestParam @Nullable String failed, @RequestParam @Nullable String over) {
    page.addAttribute("failed", failed != null);
    page.addAttribute("over", over != null);
    return "login/login";
  }

  @GetMapping("/")
  String home(Authentication who, Model page) {
    page.addAttribute(
        "administers",
        accounts.byId(who.getName()).filter(AccountAdministration::mayAdminister).isPresent());
    return "login/home";
  }

  @GetMapping("/password")
  String password() {
    return "login/password";
  }

  @PostMapping("/password")
  String choose(
      Model page,
      Authentication who,
      HttpServletResponse response,
      @RequestParam String password,
      @RequestParam String again) {
    if (password.length() < SHORTEST || password.length() > LONGEST || !password.equals(again)) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      page.addAttribute("wrong", true);
      return "login/password";
    }
    accounts
        .byId(who.getName())
        .filter(Account::oneTime)
        .ifPresent(account -> chosen(account, password));
    note.removeUnlessGood(accounts);
    return "redirect:/";
  }

  private void chosen(Account account, String password) {
    changes.record(account, AccountChanges.Kind.PASSWORD_CHOSEN, account);
    accounts.change(
        account.login(), it -> it.withPassword(String.valueOf(encoder.encode(password))));
  }

  /** Whether everything is as it should be; what is wrong is for whoever keeps it running. */
  @GetMapping("/health")
  ResponseEntity<Map<String, String>> health() {
    return accounts
        .fault()
        .map(
            why ->
                ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .body(Map.of("status", "DOWN", "accounts", why)))
        .orElseGet(() -> ResponseEntity.ok(Map.of("status", "UP")));
  }
}
