package org.motherlode.bench.swarm;

/**
 * As whom bots log in.
 *
 * @param user an address of the pool's coin
 * @param named whether a bot adds {@code .bot} and its number to it
 */
public record Identity(String user, String pass, boolean named) {
    public Identity {
        if (!user.matches("[A-Za-z0-9:_+-]{1,200}") || !pass.matches("[A-Za-z0-9:_=,+-]{0,100}")) {
            throw new IllegalArgumentException("user and password are plain letters and digits here");
        }
    }

    /** One that pays to this address. */
    public static Identity of(String address) {
        return new Identity(address, "x", true);
    }

    /** As XMRig writes it, with its line end. */
    String login(int bot) {
        return "{\"id\":" + Bot.LOGIN_ID + ",\"jsonrpc\":\"2.0\",\"method\":\"login\",\"params\":{\"login\":\"" + user
                + (named ? ".bot" + bot : "") + "\",\"pass\":\"" + pass
                + "\",\"agent\":\"motherlode-swarm\",\"algo\":[\"rx/0\"]}}\n";
    }
}
