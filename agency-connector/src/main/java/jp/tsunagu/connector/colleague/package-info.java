/** Who works at an agency, and who of them has which referral in hand; nothing of it leaves it. */
@NullMarked
package jp.tsunagu.connector.colleague;

import org.jspecify.annotations.NullMarked;
