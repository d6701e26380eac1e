package jp.tsunagu.connector.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.function.Function;
import jp.tsunagu.connector.outbox.Wish;
import org.springframework.http.ResponseEntity;

/** A POST about a case of the path, for which one command is to be made. */
record CasePost(ReferralForms forms, HttpServletRequest request, String caseId) {

  /** Makes it and answers; {@code If-Match} is honoured if it is there. */
  ResponseEntity<byte[]> command(Function<FormContext, Wish> make) throws IOException {
    return forms.onCase(request, caseId, make);
  }
}
