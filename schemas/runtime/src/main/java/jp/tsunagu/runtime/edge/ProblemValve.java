package jp.tsunagu.runtime.edge;

import java.io.IOException;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.ProblemWriter;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * Answers in our form what Tomcat refuses before it knows for which application it is: a broken
 * request line, an address with characters that may not stand there, headers that are too large.
 */
final class ProblemValve extends ErrorReportValve {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);

  private final ProblemWriter writer;

  ProblemValve(ProblemWriter writer) {
    this.writer = writer;
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable bug) {
    int status = response.getStatus();
    if (status < HttpStatus.BAD_REQUEST.value()
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    try {
      writer.write(CommonProblem.of(HttpStatusCode.valueOf(status)).problem(), response);
      response.finishResponse();
    } catch (IOException gone) {
      LOG.debug("whoever was refused is gone");
    }
  }
}
