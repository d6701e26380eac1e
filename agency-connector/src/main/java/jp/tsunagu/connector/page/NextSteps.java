package jp.tsunagu.connector.page;

import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.connector.command.CommandForm;
import jp.tsunagu.connector.command.CommandForms;
import jp.tsunagu.connector.record.Side;
import jp.tsunagu.contract.lifecycle.Progress;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Stage;

/**
 * What an agency can do with a referral now (次にすること), and why it cannot do the rest. It offers; the
 * network decides, and says why where it refuses.
 */
final class NextSteps {

  private static final String ANSWERED = "もう回答されています。";
  private static final String UNANSWERED = "まだ受理されていません。";
  private static final String OVER = "この連絡は終わっています。";

  private final Referral referral;
  private final List<Step> steps = new ArrayList<>();

  private NextSteps(Referral referral) {
    this.referral = referral;
  }

  /**
   * One thing that can be done.
   *
   * @param cannot why it cannot be done now; empty where it can
   */
  record Step(CommandForm form, String cannot) {

    /** Whether it is offered. */
    public boolean isPossible() {
      return cannot.isEmpty();
    }
  }

  /** All of them, the usual one first. */
  static List<Step> of(Referral referral, Side side) {
    NextSteps next = new NextSteps(referral);
    switch (side) {
      case RECEIVER -> next.ofReceiver();
      case SENDER -> next.ofSender();
      case OBSERVER -> next.ofObserver();
    }
    return next.steps.stream()
        .sorted((one, other) -> Boolean.compare(!one.isPossible(), !other.isPossible()))
        .toList();
  }

  /** Whether its receiver has not opened it yet. */
  static boolean isUnread(Referral referral) {
    return referral.waitsToBeOpened();
  }

  private void ofReceiver() {
    if (referral.stage() instanceof Stage.Submitted) {
      add("triage", "");
      add("ask", question());
      return;
    }
    String answer = answer();
    add("accept", answer);
    add("ask", question());
    add("forward", answer);
    add("send-back", answer);
    add("decline", answer);
    add("first-contact", contact());
    add("complete", completion());
    if (progress().withdrawalRequested()) {
      add("confirm-withdrawal", "");
    }
    if (referral.stage() instanceof Stage.Completed) {
      add("reopen", "");
    }
  }

  private void ofSender() {
    if (progress().questionOpen()) {
      add("inform", "");
    }
    if (progress().awaitingDossier()) {
      add("dossiers", "");
    }
    add(
        "withdraw",
        referral.isOpen() && !isHeld() ? "" : referral.isOpen() ? "もう受理されています。取下げを依頼できます。" : OVER);
    add(
        "request-withdrawal",
        !referral.isOpen()
            ? OVER
            : !isHeld() ? UNANSWERED : progress().withdrawalRequested() ? "もう依頼してあります。" : "");
    if (isReopenable()) {
      add("reopen", "");
    }
  }

  private void ofObserver() {
    if (progress().clock() != null) {
      add("remind", "");
    }
  }

  private String answer() {
    return switch (referral.stage()) {
      case Stage.Unanswered _, Stage.Submitted _ -> "";
      case Stage.Held _ -> ANSWERED;
      case Stage.Closed _ -> OVER;
    };
  }

  private String question() {
    return !referral.isOpen() ? OVER : progress().questionOpen() ? "照会への回答を待っています。" : "";
  }

  private String contact() {
    return switch (referral.stage()) {
      case Stage.Accepted _ -> "";
      case Stage.InContact _ -> "もう記録してあります。";
      case Stage.Unanswered _, Stage.Submitted _ -> UNANSWERED;
      case Stage.Closed _ -> OVER;
    };
  }

  private String completion() {
    return switch (referral.stage()) {
      case Stage.Held _ -> "";
      case Stage.Opened _ when referral.mode() == ReferralMode.ADVICE -> "";
      case Stage.Unanswered _, Stage.Submitted _ -> UNANSWERED;
      case Stage.Closed _ -> OVER;
    };
  }

  private boolean isHeld() {
    return referral.stage() instanceof Stage.Held;
  }

  private boolean isReopenable() {
    return switch (referral.stage()) {
      case Stage.Completed _, Stage.Declined _, Stage.Withdrawn _ -> true;
      case Stage.Submitted _,
          Stage.Unanswered _,
          Stage.Held _,
          Stage.Forwarded _,
          Stage.SentBack _ ->
          false;
    };
  }

  private Progress progress() {
    return referral.progress();
  }

  private void add(String name, String cannot) {
    CommandForms.find(name).ifPresent(form -> steps.add(new Step(form, cannot)));
  }
}
