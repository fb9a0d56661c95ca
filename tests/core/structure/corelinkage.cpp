// Does nothing: what matters is what the program is linked to.
int main()
{
    return 0;
}
