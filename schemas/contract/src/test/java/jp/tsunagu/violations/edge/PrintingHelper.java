package jp.tsunagu.violations.edge;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.logging.Logger;
import jp.tsunagu.violations.core.ImpureDecision;
import org.apache.avro.Schema;

/** Breaks habits. */
public class PrintingHelper {
  /** Prints, sleeps, throws. */
  public void act(ImpureDecision decision, Schema schema) throws InterruptedException {
    System.out.println(schema.getFullName() + decision + new Date(0));
    Logger.getLogger("old").info(LocalDate.now(ZoneOffset.UTC).toString());
    Thread.sleep(0);
    throw new RuntimeException("bare");
  }
}
