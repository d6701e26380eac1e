package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.id.ConsentId;

/** A consent that came with a sheet (利用申込). */
public record SheetConsent(ConsentId consentId, ConsentTerms terms) {}
