package jp.tsunagu.connector.page;

import jp.tsunagu.connector.register.Wished;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.runtime.problem.Problem;
import jp.tsunagu.runtime.site.FormPage;
import jp.tsunagu.runtime.site.PagePost;
import jp.tsunagu.runtime.site.TypedForm;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A form that is open on a page of the register.
 *
 * @param action where it is sent, below the address of the page
 * @param basedOn the revision that was read; empty for a new one
 */
record RegisterForm(
    String action,
    String title,
    FormPage form,
    String key,
    String basedOn,
    @Nullable Problem refusal) {

  /** By which name the revision that was read is sent. */
  private static final String BASED_ON = "basedOn";

  /** A form, and where it is sent. */
  record Sent(String action, Form form, String title) {}

  static RegisterForm of(Window window, Sent sent, TypedForm typed) {
    return new RegisterForm(
        sent.action(),
        sent.title(),
        window.form(sent.form(), typed),
        Window.freshKey(),
        typed.content().path(BASED_ON).asString(""),
        typed.refusal());
  }

  /** What was typed, with the revision that was read. */
  static ObjectNode based(ObjectNode typed, PagePost post) {
    return typed.put(BASED_ON, post.one(BASED_ON));
  }

  /** What a page answers. */
  static PagePost.Outcome outcome(Wished<?> wished, String address) {
    return switch (wished) {
      case Wished.Done<?> _, Wished.Sent<?> _ -> new PagePost.Outcome.Done(address);
      case Wished.Refused<?>(Problem problem) -> new PagePost.Outcome.Refused(problem);
    };
  }
}
