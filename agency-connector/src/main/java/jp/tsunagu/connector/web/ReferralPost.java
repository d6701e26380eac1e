package jp.tsunagu.connector.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.function.Function;
import jp.tsunagu.connector.outbox.Wish;
import org.springframework.http.ResponseEntity;

/** A POST about a referral of the path, for which one command is to be made. */
record ReferralPost(ReferralForms forms, HttpServletRequest request, String referralId) {

  /** One that depends on what was seen: {@code If-Match} is required. */
  ResponseEntity<byte[]> answer(Function<OnReferral, Wish> make) throws IOException {
    return forms.answer(request, referralId, make);
  }

  /** One that changes nothing somebody else could have changed. */
  ResponseEntity<byte[]> note(Function<OnReferral, Wish> make) throws IOException {
    return forms.note(request, referralId, make);
  }
}
