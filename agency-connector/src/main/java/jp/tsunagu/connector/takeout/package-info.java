/** An agency takes all its own records out (記録の持ち出し): a ZIP that is readable without Tsunagu. */
@NullMarked
package jp.tsunagu.connector.takeout;

import org.jspecify.annotations.NullMarked;
