package org.motherlode.ra.session;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.motherlode.model.wire.Request;
import org.motherlode.model.work.Difficulty;

/**
 * What miners write into the few fields that they have: {@code address}, {@code address.worker}, {@code address+5000} or
 * {@code address+5000.worker} as user; the worker's name or {@code d=5000} as password. A rig id goes before a worker's
 * name in the user, and that before one in the password.
 *
 * @param fixed a difficulty that the miner wants to keep
 */
record LoginName(String address, WorkerName worker, Optional<Difficulty> fixed) {
    private static final Pattern USER = Pattern.compile("([^.+]*)(?:\\+([0-9]{1,18}))?(?:\\.(.*))?", Pattern.DOTALL);
    private static final Pattern WISH = Pattern.compile("(?:^|[,; ])d=([0-9]{1,18})(?:$|[,; ])");

    static LoginName of(Request.Login login) {
        Matcher user = USER.matcher(login.user().strip());
        if (!user.matches()) {
            // A plus sign without a number is no part of an address that anybody knows: let the chain say so.
            return new LoginName(login.user().strip(), WorkerName.of(""), Optional.empty());
        }
        Matcher wish = WISH.matcher(login.pass());
        boolean wishes = wish.find();
        Optional<String> number =
                Optional.ofNullable(user.group(2)).or(() -> wishes ? Optional.of(wish.group(1)) : Optional.empty());
        String fromPass = wishes || login.pass().equals("x") ? "" : login.pass();
        String worker = login.rig()
                .filter(rig -> !rig.isBlank())
                .or(() -> Optional.ofNullable(user.group(3)))
                .orElse(fromPass);
        return new LoginName(
                user.group(1),
                WorkerName.of(worker),
                number.map(Long::parseLong).filter(value -> value > 0).map(Difficulty::of));
    }
}
