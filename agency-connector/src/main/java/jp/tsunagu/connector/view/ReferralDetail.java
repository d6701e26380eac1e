package jp.tsunagu.connector.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** A leg of a referral as in a list, with the dossiers that came with it. */
public record ReferralDetail(@JsonUnwrapped ReferralSummary referral, List<DossierJson> dossiers) {}
