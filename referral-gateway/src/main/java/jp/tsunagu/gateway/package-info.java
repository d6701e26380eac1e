/** The network's door and judge: decides every referral and routes it. */
@NullMarked
package jp.tsunagu.gateway;

import org.jspecify.annotations.NullMarked;
