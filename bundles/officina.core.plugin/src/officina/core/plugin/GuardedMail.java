// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.util.List;
import officina.api.error.FailureException;
import officina.api.host.MailAccess;
import officina.api.mail.MailMark;
import officina.api.mail.MailMessage;
import officina.api.mail.MailNews;
import officina.api.permission.AccessRecord;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;

/**
 * Mail as a plug-in gets it: each reading passes the broker first, and lines are lines. What is logged names the account
 * and how many messages there were.
 */
public final class GuardedMail implements MailAccess {

    private final MailAccess mail;
    private final PermissionBroker broker;
    private final AccessScope scope;
    private final HandleScope life;

    /**
     * @param mail what does the work, unguarded
     * @param life ends with the call the handle is for
     */
    public GuardedMail(MailAccess mail, PermissionBroker broker, AccessScope scope, HandleScope life) {
        this.mail = mail;
        this.broker = broker;
        this.scope = scope;
        this.life = life;
    }

    @Override
    public List<String> accounts() {
        life.check();
        return mail.accounts().stream()
                .filter(each -> broker.allows(scope, read(each)))
                .toList();
    }

    @Override
    public MailNews news(String account, MailMark since, int most) throws InterruptedException {
        life.check();
        broker.require(scope, read(account), "read", account);
        String outcome = "given up";
        try {
            MailNews news = mail.news(account, since, Math.clamp(most, 1, MOST));
            life.check();
            outcome = news.messages().size() + " messages";
            return new MailNews(news.messages().stream().map(GuardedMail::plain).toList(), news.mark(), news.more());
        } catch (FailureException e) {
            outcome = e.failure().code();
            throw e;
        } finally {
            scope.log().used(new AccessRecord(scope.plugin(), read(account), "end", account + ", " + outcome));
        }
    }

    private static Permission read(String account) {
        return new Permission(PermissionType.MAIL_READ, account);
    }

    /** Letters that nobody sees would let a sender look like another one. */
    private static MailMessage plain(MailMessage each) {
        return new MailMessage(
                each.uid(),
                PlainLine.joined(each.from(), MailMessage.LONGEST_LINE),
                PlainLine.joined(each.subject(), MailMessage.LONGEST_LINE),
                each.received(),
                each.text(),
                each.cut());
    }
}
